import type { VerdictMessages } from './verdict.en';

function read(value: string): string {
  return value === '' ? '읽어,' : `\`${value}\`(으)로 읽어,`;
}

/** The same texts in Korean. */
export const verdictKo: VerdictMessages = {
  none: '실행이 끝나면 판정이 나타납니다.',
  words: {
    passed: '통과',
    uncaught: '처리되지 않은 예외',
    deadlock: '교착 상태',
    race: '데이터 경쟁',
    limit: '한도 도달',
    rejected: '실행할 수 없음',
    stopped: '중지됨',
    interrupted: '중단됨',
  },
  passed: '끝나야 할 작업이 모두 끝났습니다.',
  race: () => '순서가 정해지지 않은 채 두 작업이 같은 변수에 접근하고, 적어도 한쪽이 씁니다.',
  raceCure: '두 접근 모두 같은 락을 잡고 하세요.',
  uncaught: (task, line, what) =>
    line > 0
      ? `${task}: ${line}행에서 ${what} 예외로 끝났습니다.`
      : `${task}: ${what} 예외로 끝났습니다.`,
  bootstrappingCure:
    '프로세스를 시작하는 코드를 if __name__ == "__main__": 아래에 두세요. 새 프로세스마다 파일을 다시 실행하기 때문입니다.',
  uncaughtCure: '아무도 처리하지 않은 예외는 그 스레드만 끝냅니다. 나머지는 계속됩니다.',
  lostMutually: ({ loser, writer, object, value }) =>
    `어느 쪽도 쓰기 전에 \`${loser}\`, \`${writer}\` 둘 다 \`${object}\` 값을 ${read(value)} \`${loser}\` 쪽 변경이 사라집니다. 읽기와 쓰기를 한 락으로 감싸세요.`,
  lostUnseen: ({ loser, writer, object, value }) =>
    `\`${writer}\`: \`${object}\` 값을 ${read(value)} 그 뒤 \`${loser}\` 쪽에서 쓴 것을 보지 못한 채 덮어씁니다. \`${loser}\` 쪽 변경이 사라집니다. 읽기와 쓰기를 한 락으로 감싸세요.`,
  early: ({ object, waiter, other }) =>
    `아직 아무도 기다리지 않을 때 \`${other}\` 쪽에서 \`${object}\`에 알려, 그 깨움이 사라졌습니다. \`${waiter}\` 쪽은 오지 않을 알림을 기다립니다. 기다리는 것을 확인하고 잠드는 일을 같은 락 아래에서 하세요.`,
  kept: ({ object, waiter, other }) =>
    `\`${other}\` 작업이 \`${object}\` 락을 놓지 않고 끝나, \`${waiter}\` 쪽은 영원히 기다립니다. \`with\`로 잡으면 무슨 일이 있어도 놓습니다.`,
  lostSteps: '일어나는 순간 보기:',
  stepButton: (step) => `스텝 ${step}`,
  cycle: (count) =>
    count === 1
      ? '작업 하나가 자기 자신을 기다려 영원히 나아갈 수 없습니다.'
      : `작업 ${count}개가 둥글게 서로를 기다려 아무도 나아갈 수 없습니다.`,
  stuck: (count) => `작업 ${count}개가 이제 아무도 가져다줄 수 없는 것을 기다립니다.`,
  cycleCure:
    '모든 작업이 같은 순서로 락을 잡으면 고리가 닫히지 않습니다. 한쪽에 제한 시간을 두어도 됩니다.',
  selfCure: '보통 락은 같은 작업이 두 번 잡을 수 없습니다. RLock을 쓰거나 먼저 놓아 주세요.',
  stuckCure: '왔어야 할 release, put, set, notify를 찾고, 누가 그것을 하지 않고 끝났는지 보세요.',
  waits: (task, line, object) =>
    line > 0 ? `${task}: ${line}행에서 ${object} 기다림` : `${task}: ${object} 기다림`,
  waitsForEnd: (task, line, other) =>
    line > 0
      ? `${task}: ${line}행에서 ${other} 끝나기를 기다림`
      : `${task}: ${other} 끝나기를 기다림`,
  workedOnBy: (worker) => `${worker} 작업 중`,
  workedOnByNobody: '작업 중인 스레드 없음',
  heldBy: (holder) => `${holder} 보유 중`,
  heldSince: (step) => `스텝 ${step}부터`,
  graph: {
    title: '누가 누구를 기다리는가',
    wants: '원함',
    held: '보유자',
    worked: '작업자',
    ends: '끝 기다림',
    legend: '작업에서 그것이 원하는 것으로, 거기서 그것을 가진 작업으로 이어집니다.',
    hasEnded: (task) => `${task} 끝남`,
    left: (count) => `… 같은 것을 기다리는 ${count}개 더`,
  },
  units: {
    tasks: (count) => `${count}개`,
    objects: (count) => `${count}개`,
    steps: (count) => `${count}스텝`,
    calls: (count) => `${count}번`,
  },
  limits: {
    wall: (value) => `실제 시간으로 ${value} 넘게 걸려 끝냈습니다.`,
    memory: (value) => `메모리를 ${value} 넘게 쓰려 하여 끝냈습니다.`,
    output: (value) => `출력이 ${value} 한도를 넘어 끝냈습니다.`,
    tasks: (value) => `동시에 살아 있는 작업이 ${value} 한도를 넘어 끝냈습니다.`,
    objects: (value) => `만든 객체가 ${value} 한도를 넘어 끝냈습니다.`,
    steps: (value) => `${value} 한도를 넘어 끝냈습니다.`,
    recursion: (value) => `호출 깊이가 ${value} 한도를 넘어 끝냈습니다.`,
  },
  going: (tasks, { steps, firstLine, lastLine }) => {
    const names =
      tasks.slice(0, 4).join(', ') + (tasks.length > 4 ? ` 외 ${tasks.length - 4}개` : '');
    if (steps === 0)
      return firstLine > 0 ? `그때 ${names}: ${firstLine}행을 계산하고 있었습니다.` : '';
    const span = firstLine === lastLine ? `${firstLine}행` : `${firstLine}~${lastLine}행`;
    const where = lastLine === 0 ? '' : ` (${span})`;
    const round = `${names}: 같은 ${steps}개 스텝${where}만 되풀이했습니다.`;
    return tasks.length > 1 ? `${round} 끝나야 할 작업이라면 라이브락입니다.` : round;
  },
  limitCures: {
    wall: '끝나지 않는 반복이 있는지 보거나, 일을 줄여 보세요.',
    memory: '계속 커지기만 하는 리스트나 큐가 있는지 보거나, 더 작은 데이터를 쓰세요.',
    output: '덜 출력하거나 가끔만 출력하세요.',
    tasks: '한꺼번에 적게 시작하거나 풀을 쓰세요.',
    objects: '락과 큐는 한 번만 만들어 함께 쓰세요.',
    steps: '일을 줄여 보세요.',
    recursion: '끝없이 자기를 부르는 함수가 있는지 보세요.',
  },
  stopped: '실행을 중지했습니다. 여기까지의 모든 것이 보입니다.',
  lost: '이 프로그램을 실행하던 기계가 고장 났습니다. 프로그램이 너무 많은 것을 요구했을 수 있습니다. 실행을 누르면 새 기계에서 다시 합니다.',
  refused: (line, message) => (line > 0 ? `${line}행: ${message}` : message),
  recordingStopped: (steps) =>
    `그림은 ${steps}스텝에서 끝납니다. 프로그램은 계속되었고 출력은 온전합니다.`,
  traceback: '트레이스백',
  line: (line) => `${line}행`,
  showLine: (line) => `${line}행 보기`,
  facts: '이 실행에 대하여',
  steps: '스텝',
  virtualTime: '가상 시간',
  wallTime: '실제 시간',
  seed: '시드',
  strategy: '방법',
  machine: '기계',
  schedule: '스케줄',
  traceHash: '트레이스',
  replay: '이 스케줄을 다시 실행',
};
