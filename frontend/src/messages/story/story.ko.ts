import { withParticle as p } from './particles';
import type { StoryMessages } from './story.en';

/** The same sentences in Korean. */
export const storyKo: StoryMessages = {
  beforeFirst: '아직 아무 일도 일어나지 않았습니다.',
  list: (names) => names.join(', '),

  begin: (task) => `${p(task, '이')} 시작합니다.`,
  end: (task) => `${p(task, '이')} 끝납니다.`,
  endFailed: (task, error) =>
    `${p(task, '이')} 아무도 처리하지 않은 예외 ${error} 때문에 끝납니다.`,
  endCancelled: (task) => `${p(task, '이')} 취소되어 끝납니다.`,
  cancelsTask: (task, child, reason) =>
    reason === ''
      ? `${p(task, '이')} ${p(child, '을')} 취소합니다.`
      : `${p(task, '이')} ${p(child, '을')} 취소합니다 (${reason}).`,
  isCancelled: (task) => `${p(task, '이')} 기다리던 중에 취소됩니다.`,
  asksFor: (task, child) => `${p(task, '이')} ${child}에게 다음 값을 요청합니다.`,
  handsOut: (task, value) =>
    `${p(task, '이')} ${p(value, '을')} 내주고 다시 요청받을 때까지 멈춥니다.`,
  calls: (loop, callback) => `${p(loop, '이')} ${p(callback, '을')} 호출합니다.`,
  callsFor: (loop, callback, woken) =>
    `${p(loop, '이')} ${p(callback, '을')} 호출하여 ${p(woken, '이')} 계속할 수 있습니다.`,
  runsLoop: (task, loop) => `${p(task, '이')} 이제부터 ${p(loop, '을')} 돌립니다.`,
  leavesLoop: (task, loop) => `${p(task, '이')} ${loop}에서 나왔습니다.`,
  wakesLoop: (task, loop) => `${p(task, '이')} ${loop}에 일을 넘기고 깨웁니다.`,
  start: (task, child) => `${p(task, '이')} ${p(child, '을')} 시작시킵니다.`,
  startFailed: (task, child) =>
    `${p(task, '은')} ${p(child, '을')} 시작시킬 수 없습니다. 오류입니다.`,
  joins: (task, child) => `${p(task, '이')} ${p(child, '이')} 끝나기를 기다립니다.`,
  joined: (task, child) => `${p(child, '이')} 끝나서 ${p(task, '이')} 계속합니다.`,
  joinedAtOnce: (task, child) =>
    `${p(child, '은')} 이미 끝났으므로 ${p(task, '은')} 기다릴 필요가 없습니다.`,
  joinTimeout: (task, child) =>
    `${p(child, '이')} 제때 끝나지 않아 ${p(task, '이')} 더 기다리지 않습니다.`,
  kills: (task, child) => `${p(task, '이')} ${p(child, '을')} 즉시 끝냅니다.`,
  requests: (task, request, time) =>
    `${p(task, '이')} 네트워크에 요청합니다: ${request}. 응답까지 ${time} 걸립니다.`,
  sleep: (task, time) => `${p(task, '이')} ${time} 동안 잠듭니다.`,
  wakes: (task) => `${p(task, '이')} 깨어납니다.`,
  givesWay: (task) => `${p(task, '이')} 다른 작업에 순서를 양보합니다.`,
  yield: (task) => `${p(task, '이')} 한동안 계산했으므로 다른 작업에 차례가 갑니다.`,
  print: (task, text) => `${p(task, '이')} ${p(text, '을')} 출력합니다.`,
  printError: (task, text) => `${p(task, '이')} stderr에 ${p(text, '을')} 씁니다.`,

  takes: (task, lock) => `${p(task, '이')} ${p(lock, '을')} 잡습니다.`,
  takesAgain: (task, lock, depth) =>
    `${p(task, '이')} ${p(lock, '을')} 다시 잡아 ${depth}번 겹쳐 가집니다.`,
  gets: (task, lock, giver) => `${p(giver, '이')} 놓은 ${p(lock, '을')} ${p(task, '이')} 잡습니다.`,
  wants: (task, lock) => `${p(task, '이')} ${p(lock, '을')} 원하지만 기다려야 합니다.`,
  wantsHeld: (task, lock, holder, since) =>
    since < 0
      ? `${p(task, '이')} ${p(lock, '을')} 원하지만 ${p(holder, '이')} 가지고 있어 기다립니다.`
      : `${p(task, '이')} ${p(lock, '을')} 원하지만 ${p(holder, '이')} 스텝 ${since}부터 가지고 있어 기다립니다.`,
  wantsOwn: (task, lock, since) =>
    `${p(task, '이')} 스텝 ${since}부터 자기가 가진 ${p(lock, '을')} 또 원합니다. 자기 자신을 기다립니다.`,
  tries: (task, lock, holder) =>
    holder === ''
      ? `${p(task, '이')} ${p(lock, '을')} 잡아 보지만 얻지 못합니다.`
      : `${p(task, '이')} ${p(lock, '을')} 잡아 보지만 ${p(holder, '이')} 가지고 있습니다. 기다리지는 않습니다.`,
  gaveUp: (task, object) =>
    `${p(task, '이')} ${p(object, '을')} 정한 시간만큼 기다리고 포기합니다.`,
  givesBack: (task, lock) => `${p(task, '이')} ${p(lock, '을')} 놓습니다.`,
  givesBackTo: (task, lock, next) =>
    `${p(task, '이')} ${p(lock, '을')} 놓습니다. 다음 차례는 ${next}입니다.`,
  givesBackOnce: (task, lock, depth) =>
    `${p(task, '이')} ${p(lock, '을')} 한 번 놓고, 아직 ${depth}번 가지고 있습니다.`,
  notHeld: (task, lock) =>
    `${p(task, '이')} 가지고 있지 않은 ${p(lock, '을')} 놓으려 합니다. 오류입니다.`,

  takesPlace: (task, semaphore, left) =>
    `${p(task, '이')} ${semaphore}의 자리 하나를 잡습니다. ${left}자리 남습니다.`,
  wantsPlace: (task, semaphore) =>
    `${p(task, '이')} ${semaphore}의 자리를 원하지만 모두 차 있어 기다립니다.`,
  freesPlace: (task, semaphore, count, free) =>
    `${p(task, '이')} ${semaphore}의 자리 ${count}개를 비웁니다. 이제 ${free}자리가 비었습니다.`,
  freesPlaceFor: (task, semaphore, waiting) =>
    `${p(task, '이')} ${semaphore}의 자리 하나를 비웁니다. 기다리는 작업: ${waiting}.`,
  tooMany: (task, semaphore) =>
    `${p(task, '이')} 잡은 적 없는 ${semaphore}의 자리를 비우려 합니다. 오류입니다.`,

  waits: (task, condition, lock) =>
    lock === ''
      ? `${p(task, '이')} ${condition}의 알림을 기다립니다.`
      : `${p(task, '이')} ${condition}의 알림을 기다리며 그동안 ${p(lock, '을')} 놓습니다.`,
  waitWithoutLock: (task, condition) =>
    `${p(task, '이')} 락을 갖지 않은 채 ${p(condition, '을')} 씁니다. 오류입니다.`,
  resumes: (task, condition, notifier) =>
    notifier === ''
      ? `${p(task, '이')} 락을 다시 잡고 ${condition}에서 나와 계속합니다.`
      : `${p(task, '이')} ${notifier}의 알림을 받고 락을 다시 잡아 ${condition}에서 나옵니다.`,
  resumesLate: (task, condition) =>
    `${condition}의 알림이 제때 오지 않아 ${p(task, '이')} 락을 다시 잡고 계속합니다.`,
  resumesBlocked: (task, condition) =>
    `${p(task, '이')} ${condition}의 알림을 받았지만 락을 기다려야 합니다.`,
  notifies: (task, condition, woken) =>
    `${p(task, '이')} ${condition}에 알립니다. 락이 비면 ${p(woken, '이')} 계속할 수 있습니다.`,
  notifiesNobody: (task, condition) =>
    `${p(task, '이')} ${condition}에 알리지만 기다리는 작업이 없어 알림이 사라집니다.`,

  sets: (task, event) => `${p(task, '이')} ${p(event, '을')} 설정합니다.`,
  setsFor: (task, event, woken) =>
    `${p(task, '이')} ${p(event, '을')} 설정하여 ${p(woken, '이')} 계속할 수 있습니다.`,
  clears: (task, event) => `${p(task, '이')} ${p(event, '을')} 해제합니다.`,
  awaits: (task, event) => `${p(task, '이')} ${p(event, '이')} 설정되기를 기다립니다.`,
  awaited: (task, event) => `${p(event, '이')} 설정되어 ${p(task, '이')} 계속합니다.`,
  awaitedAtOnce: (task, event) =>
    `${p(event, '이')} 이미 설정되어 있어 ${p(task, '은')} 기다릴 필요가 없습니다.`,

  arrives: (task, barrier, count, parties) =>
    `${p(task, '이')} ${barrier}에 ${parties} 중 ${count}번째로 도착합니다.`,
  arrivesLast: (task, barrier, parties) =>
    `${p(task, '이')} ${barrier}에 ${parties} 중 마지막으로 도착합니다.`,
  arrivesEarly: (task, barrier) =>
    `${p(task, '이')} ${barrier}에 왔지만 앞선 일행이 아직 지나가는 중이라 기다립니다.`,
  waitsForParty: (task, barrier, count, parties) =>
    `${p(task, '이')} ${barrier}에서 나머지를 기다립니다. ${parties} 중 ${count} 도착했습니다.`,
  opens: (task, barrier, woken) =>
    `${p(task, '이')} 열린 ${p(barrier, '을')} 지나갑니다. ${p(woken, '이')} 뒤따를 수 있습니다.`,
  passes: (task, barrier) => `${p(task, '이')} ${p(barrier, '을')} 지나갑니다.`,
  broken: (task, barrier) => `${p(barrier, '이')} 깨져 있어 ${p(task, '이')} 오류를 받습니다.`,
  breaks: (task, barrier) =>
    `${p(task, '이')} ${p(barrier, '을')} 깨뜨립니다. 이제 아무도 지나갈 수 없습니다.`,
  resets: (task, barrier) => `${p(task, '이')} ${p(barrier, '을')} 초기화합니다.`,
  counts: (task, latch, left) =>
    left > 0
      ? `${p(task, '이')} ${p(latch, '을')} 하나 줄입니다. ${left} 남았습니다.`
      : `${p(task, '이')} ${p(latch, '을')} 0으로 줄여 문이 열립니다.`,
  awaitsLatch: (task, latch, left) =>
    `${p(task, '이')} ${p(latch, '을')} 기다립니다. ${left} 남았습니다.`,
  awaitedLatch: (task, latch) => `${p(latch, '이')} 0이 되어 ${p(task, '이')} 계속합니다.`,

  puts: (task, item, queue, size) =>
    `${p(task, '이')} ${queue}에 ${p(item, '을')} 넣습니다 (${size}).`,
  putsFor: (task, item, queue, woken) =>
    `${p(task, '이')} ${p(woken, '이')} 기다리던 ${queue}에 ${p(item, '을')} 넣습니다.`,
  putBlocked: (task, item, queue, size) =>
    `${p(task, '이')} ${queue}에 ${p(item, '을')} 넣으려 하지만 가득 차서 (${size}) 기다립니다.`,
  putFailed: (task, item, queue) =>
    `${queue}이(가) 가득 차서 ${p(task, '이')} ${p(item, '을')} 넣지 못합니다.`,
  takesItem: (task, item, queue, size) =>
    `${p(task, '이')} ${queue}에서 ${p(item, '을')} 꺼냅니다 (${size}).`,
  getBlocked: (task, queue) => `${p(task, '이')} ${queue}에서 꺼내려 하지만 비어 있어 기다립니다.`,
  getFailed: (task, queue) => `${p(task, '이')} 보니 ${p(queue, '이')} 비어 있습니다.`,
  sizeOf: (size, capacity) => (capacity > 0 ? `${capacity} 중 ${size}` : `${size}개`),
  reportsDone: (task, queue, left) =>
    `${p(task, '이')} ${queue}의 항목 하나를 처리했습니다. 미처리 ${left}개.`,
  doneTooOften: (task, queue) =>
    `${p(task, '이')} ${queue}에 넣은 것보다 많이 처리했다고 알립니다. 오류입니다.`,
  drains: (task, queue, left) =>
    `${p(task, '이')} ${queue}의 모든 항목이 처리되기를 기다립니다. 미처리 ${left}개.`,
  drained: (task, queue) => `${queue}의 모든 항목이 처리되어 ${p(task, '이')} 계속합니다.`,

  works: (task, future) => `${p(task, '이')} ${future}의 작업을 시작합니다.`,
  cancels: (task, future) => `${p(task, '이')} ${p(future, '을')} 취소합니다.`,
  fails: (task, future, error) => `${p(task, '이')} ${p(future, '을')} 오류로 끝냅니다: ${error}`,
  endedAlready: (task, future) =>
    `${p(task, '이')} 늦었습니다. ${p(future, '은')} 이미 진행 중이거나 끝났습니다.`,
  completes: (task, future, value) =>
    `${p(task, '이')} ${p(future, '을')} ${value} 값으로 완료합니다.`,
  awaitsResult: (task, future) => `${p(task, '이')} ${future}의 결과를 기다립니다.`,
  hasResult: (task, future) => `${p(task, '이')} ${future}의 결과를 받습니다.`,
  reads: (task, variable, value) =>
    `${p(task, '이')} ${p(variable, '을')} 읽습니다. 값은 ${value}입니다.`,
  readsFrom: (task, variable, value, writer) =>
    `${p(task, '이')} ${p(variable, '을')} 읽습니다. 값은 ${p(writer, '이')} 쓴 ${value}입니다.`,
  writes: (task, variable, value) => `${p(task, '이')} ${variable}에 ${p(value, '을')} 씁니다.`,
  writesSame: (task, variable, value) =>
    `${p(task, '이')} 이미 ${value}인 ${variable}에 ${p(value, '을')} 씁니다.`,
  writesOver: (task, variable, value, before) =>
    `${p(task, '이')} ${variable}에 ${p(value, '을')} 씁니다. 전에는 ${before}였습니다.`,

  title: '이야기, 스텝마다 한 문장',
  search: '이야기 검색',
  clearSearch: '검색 지우기',
  matches: (count, all) => `${all} 중 ${count}`,
  noMatches: '그런 스텝이 없습니다.',
  empty: '첫 스텝부터 이야기가 시작됩니다.',
  step: (step) => `스텝 ${step}`,
};
