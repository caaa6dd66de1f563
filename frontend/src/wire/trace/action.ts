import type { Action } from '../trace-types';
import { id, integer, MalformedTrace, oneOf, type Shape, text } from './shape';

const BEGIN: Action = Object.freeze({ kind: 'begin' });
const YIELD: Action = Object.freeze({ kind: 'yield' });

export function action(from: Shape): Action {
  const kind = text(from, 'kind');
  switch (kind) {
    case 'begin':
      return BEGIN;
    case 'yield':
      return YIELD;
    case 'end':
      return { kind, error: text(from, 'error') };
    case 'start':
    case 'join':
    case 'kill':
      return { kind, child: id(from, 'child') };
    case 'sleep':
      return { kind, nanos: integer(from, 'nanos') };
    case 'request':
      return { kind, request: text(from, 'request'), nanos: integer(from, 'nanos') };
    case 'print':
      return {
        kind,
        stream: oneOf(from, 'stream', ['stdout', 'stderr']),
        text: text(from, 'text'),
      };
    case 'release':
    case 'notify':
      return { kind, object: id(from, 'object'), count: integer(from, 'count') };
    case 'acquire':
    case 'wait':
    case 'resume':
    case 'set':
    case 'clear':
    case 'await':
    case 'arrive':
    case 'pass':
    case 'abort':
    case 'reset':
    case 'countdown':
    case 'taskdone':
    case 'drain':
    case 'work':
    case 'result':
      return { kind, object: id(from, 'object') };
    case 'put':
    case 'get':
      return { kind, object: id(from, 'object'), item: text(from, 'item') };
    case 'cancel':
      return { kind, child: id(from, 'child'), reason: text(from, 'reason') };
    case 'next':
      return { kind, child: id(from, 'child') };
    case 'suspend':
      return { kind, value: text(from, 'value') };
    case 'call':
      return { kind, object: id(from, 'object'), callback: text(from, 'callback') };
    case 'complete':
      return {
        kind,
        object: id(from, 'object'),
        status: oneOf(from, 'status', ['pending', 'running', 'done', 'failed', 'cancelled']),
        value: text(from, 'value'),
      };
    case 'read':
    case 'write':
      return { kind, object: id(from, 'object'), value: text(from, 'value') };
    default:
      throw new MalformedTrace(`there is no action "${kind}"`);
  }
}
