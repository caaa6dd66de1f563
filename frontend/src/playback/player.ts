import type { TraceLog } from '../trace/log';
import { last } from './position';

/** Steps per second at speed ×1. */
export const STEPS_PER_SECOND = 4;

/** The speeds on offer, as factors. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4, 8, 16, 64, 256];

/** Playing or not, how fast, and the part of a step already waited for. A value. */
export interface Player {
  readonly isPlaying: boolean;
  readonly speed: number;
  /** Between 0 and 1. */
  readonly progress: number;
}

/** What happens to a player; `tick` says that so much time has passed on the wall. */
export type PlayerEvent =
  | { readonly kind: 'play' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'speed'; readonly speed: number }
  | { readonly kind: 'faster' }
  | { readonly kind: 'slower' }
  | { readonly kind: 'tick'; readonly elapsedMillis: number };

/** A player and the step it is at. */
export interface Playing {
  readonly player: Player;
  readonly step: number;
}

export const PAUSED: Player = Object.freeze({ isPlaying: false, speed: 1, progress: 0 });

/** What comes after an event. Play at the end starts again; reaching the end of a finished trace
 * pauses, reaching the end of one that is still running waits for more. */
export function play(log: TraceLog, { player, step }: Playing, event: PlayerEvent): Playing {
  switch (event.kind) {
    case 'play':
      return started(log, player, step);
    case 'pause':
      return { player: { ...player, isPlaying: false, progress: 0 }, step };
    case 'toggle':
      return play(log, { player, step }, { kind: player.isPlaying ? 'pause' : 'play' });
    case 'speed':
      return { player: { ...player, speed: event.speed }, step };
    case 'faster':
      return { player: { ...player, speed: neighbour(player.speed, 1) }, step };
    case 'slower':
      return { player: { ...player, speed: neighbour(player.speed, -1) }, step };
    case 'tick':
      return player.isPlaying ? ticked(log, player, step, event.elapsedMillis) : { player, step };
    default:
      return unknown(event);
  }
}

function started(log: TraceLog, player: Player, step: number): Playing {
  const isAtEnd = step >= last(log) && log.verdict !== undefined;
  return { player: { ...player, isPlaying: true, progress: 0 }, step: isAtEnd ? -1 : step };
}

function ticked(log: TraceLog, player: Player, step: number, elapsedMillis: number): Playing {
  const waited = player.progress + (elapsedMillis / 1000) * STEPS_PER_SECOND * player.speed;
  const whole = Math.floor(waited);
  const reached = step + whole;
  if (reached < last(log)) {
    return { player: { ...player, progress: waited - whole }, step: reached };
  }
  const isOver = log.verdict !== undefined;
  return { player: { ...player, isPlaying: !isOver, progress: 0 }, step: last(log) };
}

function neighbour(speed: number, direction: 1 | -1): number {
  const place = SPEEDS.findIndex((each) => each >= speed);
  const found = SPEEDS[(place < 0 ? SPEEDS.length - 1 : place) + direction];
  return found ?? speed;
}

function unknown(event: never): never {
  throw new Error(`an event nobody plays: ${JSON.stringify(event)}`);
}
