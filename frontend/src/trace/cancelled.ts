/** Whether a task that ended with this error was cancelled: it did not fail. */
export function isCancelled(error: string): boolean {
  return /^CancelledError(:|$)/.test(error);
}
