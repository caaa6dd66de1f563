/**
 * One plain sentence for every step. Tasks are named as they are, objects come in backticks; a
 * function takes what stands inside the sentence and knows nothing else.
 */
export const storyEn = {
  beforeFirst: 'Nothing has happened yet.',
  list: (names: readonly string[]) =>
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,

  begin: (task: string) => `${task} begins.`,
  end: (task: string) => `${task} ends.`,
  endFailed: (task: string, error: string) => `${task} ends with ${error}, which nobody handles.`,
  endCancelled: (task: string) => `${task} ends: it was cancelled.`,
  cancelsTask: (task: string, child: string, reason: string) =>
    reason === '' ? `${task} cancels ${child}.` : `${task} cancels ${child} (${reason}).`,
  isCancelled: (task: string) => `${task} is cancelled while it waits.`,
  asksFor: (task: string, child: string) => `${task} has ${child} go on to its next value.`,
  handsOut: (task: string, value: string) =>
    `${task} hands out ${value} and stops until it is asked again.`,
  calls: (loop: string, callback: string) => `${loop} calls ${callback}.`,
  callsFor: (loop: string, callback: string, woken: string) =>
    `${loop} calls ${callback}, so ${woken} can go on.`,
  runsLoop: (task: string, loop: string) => `${task} runs ${loop} from here on.`,
  leavesLoop: (task: string, loop: string) => `${task} has left ${loop}.`,
  wakesLoop: (task: string, loop: string) => `${task} hands something to ${loop} and wakes it.`,
  start: (task: string, child: string) => `${task} starts ${child}.`,
  startFailed: (task: string, child: string) => `${task} cannot start ${child}: an error.`,
  joins: (task: string, child: string) => `${task} waits for ${child} to end.`,
  joined: (task: string, child: string) => `${child} has ended, so ${task} goes on.`,
  joinedAtOnce: (task: string, child: string) =>
    `${child} has ended already: ${task} need not wait for it.`,
  joinTimeout: (task: string, child: string) =>
    `${child} has not ended in time: ${task} stops waiting for it.`,
  kills: (task: string, child: string) => `${task} ends ${child} at once.`,
  requests: (task: string, request: string, time: string) =>
    `${task} asks the network: ${request}. The answer takes ${time}.`,
  sleep: (task: string, time: string) => `${task} goes to sleep for ${time}.`,
  wakes: (task: string) => `${task} wakes up.`,
  givesWay: (task: string) => `${task} lets the others go first.`,
  yield: (task: string) => `${task} has computed for a while; the others get a chance.`,
  print: (task: string, text: string) => `${task} prints ${text}.`,
  printError: (task: string, text: string) => `${task} writes ${text} to stderr.`,

  takes: (task: string, lock: string) => `${task} takes ${lock}.`,
  takesAgain: (task: string, lock: string, depth: number) =>
    `${task} takes ${lock} again and holds it ${depth} times over.`,
  gets: (task: string, lock: string, giver: string) =>
    `${task} gets ${lock}, now that ${giver} has given it back.`,
  wants: (task: string, lock: string) => `${task} wants ${lock} and has to wait.`,
  wantsHeld: (task: string, lock: string, holder: string, since: number) =>
    since < 0
      ? `${task} wants ${lock}, but ${holder} has it, so it waits.`
      : `${task} wants ${lock}, but ${holder} has held it since step ${since}, so it waits.`,
  wantsOwn: (task: string, lock: string, since: number) =>
    `${task} wants ${lock}, which it has held itself since step ${since}: it waits for itself.`,
  tries: (task: string, lock: string, holder: string) =>
    holder === ''
      ? `${task} tries to take ${lock} and does not get it.`
      : `${task} tries to take ${lock}, but ${holder} has it; it does not wait.`,
  gaveUp: (task: string, object: string) =>
    `${task} has waited for ${object} as long as it would, and gives up.`,
  givesBack: (task: string, lock: string) => `${task} gives ${lock} back.`,
  givesBackTo: (task: string, lock: string, next: string) =>
    `${task} gives ${lock} back; ${next} is first in line.`,
  givesBackOnce: (task: string, lock: string, depth: number) =>
    `${task} gives ${lock} back once and still holds it ${depth === 1 ? 'once' : `${depth} times over`}.`,
  notHeld: (task: string, lock: string) =>
    `${task} wants to give ${lock} back without holding it: an error.`,

  takesPlace: (task: string, semaphore: string, left: number) =>
    `${task} takes a place of ${semaphore}; ${left} ${left === 1 ? 'is' : 'are'} left.`,
  wantsPlace: (task: string, semaphore: string) =>
    `${task} wants a place of ${semaphore}, but all are taken, so it waits.`,
  freesPlace: (task: string, semaphore: string, count: number, free: number) =>
    `${task} frees ${count === 1 ? 'a place' : `${count} places`} of ${semaphore}; ${free} ${free === 1 ? 'is' : 'are'} free.`,
  freesPlaceFor: (task: string, semaphore: string, waiting: string) =>
    `${task} frees a place of ${semaphore}; waiting for it: ${waiting}.`,
  tooMany: (task: string, semaphore: string) =>
    `${task} frees a place of ${semaphore} that was never taken: an error.`,

  waits: (task: string, condition: string, lock: string) =>
    lock === ''
      ? `${task} waits for a notify of ${condition}.`
      : `${task} waits for a notify of ${condition} and gives ${lock} back meanwhile.`,
  waitWithoutLock: (task: string, condition: string) =>
    `${task} uses ${condition} without holding its lock: an error.`,
  resumes: (task: string, condition: string, notifier: string) =>
    notifier === ''
      ? `${task} goes on from ${condition}, holding the lock again.`
      : `${task} goes on from ${condition}, notified by ${notifier} and holding the lock again.`,
  resumesLate: (task: string, condition: string) =>
    `No notify of ${condition} came in time: ${task} goes on, holding the lock again.`,
  resumesBlocked: (task: string, condition: string) =>
    `${task} was notified of ${condition}, but must wait for the lock.`,
  notifies: (task: string, condition: string, woken: string) =>
    `${task} notifies ${condition}: ${woken} can go on once the lock is free.`,
  notifiesNobody: (task: string, condition: string) =>
    `${task} notifies ${condition}, but nobody waits there: the notify is lost.`,

  sets: (task: string, event: string) => `${task} sets ${event}.`,
  setsFor: (task: string, event: string, woken: string) =>
    `${task} sets ${event}: ${woken} can go on.`,
  clears: (task: string, event: string) => `${task} clears ${event}.`,
  awaits: (task: string, event: string) => `${task} waits for ${event} to be set.`,
  awaited: (task: string, event: string) => `${event} is set, so ${task} goes on.`,
  awaitedAtOnce: (task: string, event: string) => `${event} is set already: ${task} need not wait.`,

  arrives: (task: string, barrier: string, count: number, parties: number) =>
    `${task} comes to ${barrier} as number ${count} of ${parties}.`,
  arrivesLast: (task: string, barrier: string, parties: number) =>
    `${task} is the last of ${parties} to come to ${barrier}.`,
  arrivesEarly: (task: string, barrier: string) =>
    `${task} comes to ${barrier} while the party before is still going through, so it waits.`,
  waitsForParty: (task: string, barrier: string, count: number, parties: number) =>
    `${task} waits at ${barrier} for the rest: ${count} of ${parties} have come.`,
  opens: (task: string, barrier: string, woken: string) =>
    `${task} goes through ${barrier}, which is open now: ${woken} can follow.`,
  passes: (task: string, barrier: string) => `${task} goes through ${barrier}.`,
  broken: (task: string, barrier: string) => `${barrier} is broken: ${task} gets an error.`,
  breaks: (task: string, barrier: string) =>
    `${task} breaks ${barrier}; nobody gets through any more.`,
  resets: (task: string, barrier: string) => `${task} resets ${barrier}.`,
  counts: (task: string, latch: string, left: number) =>
    left > 0
      ? `${task} counts ${latch} down: ${left} to go.`
      : `${task} counts ${latch} down to zero: it opens.`,
  awaitsLatch: (task: string, latch: string, left: number) =>
    `${task} waits for ${latch}: ${left} to go.`,
  awaitedLatch: (task: string, latch: string) => `${latch} is at zero, so ${task} goes on.`,

  puts: (task: string, item: string, queue: string, size: string) =>
    `${task} puts ${item} into ${queue} (${size}).`,
  putsFor: (task: string, item: string, queue: string, woken: string) =>
    `${task} puts ${item} into ${queue}, for which ${woken} has been waiting.`,
  putBlocked: (task: string, item: string, queue: string, size: string) =>
    `${task} wants to put ${item} into ${queue}, but it is full (${size}), so it waits.`,
  putFailed: (task: string, item: string, queue: string) =>
    `${task} cannot put ${item} into ${queue}: it is full.`,
  takesItem: (task: string, item: string, queue: string, size: string) =>
    `${task} takes ${item} out of ${queue} (${size}).`,
  getBlocked: (task: string, queue: string) =>
    `${task} wants an item from ${queue}, but it is empty, so it waits.`,
  getFailed: (task: string, queue: string) => `${task} finds ${queue} empty.`,
  sizeOf: (size: number, capacity: number) =>
    capacity > 0 ? `${size} of ${capacity}` : `${size} in it`,
  reportsDone: (task: string, queue: string, left: number) =>
    `${task} has dealt with an item of ${queue}; ${left} unfinished.`,
  doneTooOften: (task: string, queue: string) =>
    `${task} reports more items of ${queue} as done than were put in: an error.`,
  drains: (task: string, queue: string, left: number) =>
    `${task} waits until every item of ${queue} is dealt with; ${left} unfinished.`,
  drained: (task: string, queue: string) =>
    `Every item of ${queue} is dealt with, so ${task} goes on.`,

  works: (task: string, future: string) => `${task} begins to work on ${future}.`,
  cancels: (task: string, future: string) => `${task} cancels ${future}.`,
  fails: (task: string, future: string, error: string) =>
    `${task} ends ${future} with an error: ${error}.`,
  endedAlready: (task: string, future: string) =>
    `${task} comes too late: ${future} is being worked on or has ended.`,
  completes: (task: string, future: string, value: string) =>
    `${task} completes ${future} with ${value}.`,
  awaitsResult: (task: string, future: string) => `${task} waits for the result of ${future}.`,
  hasResult: (task: string, future: string) => `${task} has the result of ${future}.`,
  reads: (task: string, variable: string, value: string) =>
    `${task} reads ${variable}: it is ${value}.`,
  readsFrom: (task: string, variable: string, value: string, writer: string) =>
    `${task} reads ${variable}: it is ${value}, as ${writer} wrote it.`,
  writes: (task: string, variable: string, value: string) =>
    `${task} writes ${value} to ${variable}.`,
  writesSame: (task: string, variable: string, value: string) =>
    `${task} writes ${value} to ${variable}, which was ${value} already.`,
  writesOver: (task: string, variable: string, value: string, before: string) =>
    `${task} writes ${value} to ${variable}; before it was ${before}.`,

  title: 'Story, one sentence for each step',
  search: 'Search the story',
  clearSearch: 'Clear the search',
  matches: (count: number, all: number) => `${count} of ${all}`,
  noMatches: 'No step says that.',
  empty: 'The story begins with the first step.',
  step: (step: number) => `Step ${step}`,
};

export type StoryMessages = typeof storyEn;
