import type { ExploreMessages } from './explore.en';
import type { Access, Taking } from '../wire/trace-types';
import { withParticle } from './story/particles';

function named(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function atLines(lines: readonly number[]): string {
  const known = lines.filter((line) => line > 0);
  return known.length === 0 ? '' : ` (${known.join(', ')}행)`;
}

function place({ line }: Access): readonly (string | number)[] {
  return line > 0 ? [line, '에서 '] : [];
}

function taking({ task, held, heldLine, taken, line }: Taking, before: string) {
  return [
    `${before}${withParticle(`\`${task}\``, '이')} `,
    heldLine,
    `에서 잡은 \`${held}\` 락을 가진 채 `,
    line,
    `에서 ${withParticle(`\`${taken}\``, '을')} 잡습니다`,
  ];
}

/** The same texts in Korean. */
export const exploreKo: ExploreMessages = {
  exploreThis: '이 프로그램 탐색',
  explore: '탐색',
  title: '탐색',
  settings: '탐색 방법',
  panel: '모든 실행이 보여 준 것',
  back: '탐색으로 돌아가기',
  phases: {
    loading: '찾은 것을 불러오는 중…',
    starting: '시작하는 중…',
    queued: '빈 자리를 기다리는 중입니다.',
    first: '프로그램을 처음 실행하는 중…',
    dpor: '결과가 달라질 수 있는 순서를 모두 해 보는 중입니다.',
    dfs: '가능한 순서를 하나씩 모두 해 보는 중입니다.',
    sampling: '무작위로 뽑은 순서를 해 보는 중입니다.',
    stopping: '멈추는 중입니다. 찾은 것은 남습니다.',
    complete: '끝났습니다. 서로 다른 실행을 모두 보았습니다.',
    over: '끝났습니다. 정해 준 만큼 찾아보았습니다.',
    stopped: '중지했습니다. 그때까지 찾은 것은 남습니다.',
    interrupted: '도중에 서비스가 다시 시작되었습니다. 그 전에 찾은 것입니다.',
    lost: '탐색하던 기계가 고장 났습니다. 그 전에 찾은 것입니다.',
  },
  withBound: (bound) =>
    bound === 0 ? '선점이 없는 실행만 봅니다.' : `선점이 ${bound}번 이하인 실행만 봅니다.`,
  figures: {
    explored: '실행 수',
    perSecond: '초당',
    left: '남음',
    repeats: '그만둔 되풀이',
    repeatsHelp: '다른 실행을 되풀이할 뿐이어서 도중에 그만둔 실행입니다.',
    unknown: '알 수 없음',
    about: (count) => `≈ ${count}`,
    progress: '전체 실행 가운데 진행된 부분',
    progressText: (done, all) => `약 ${all}번 가운데 ${done}번`,
  },
  seals: {
    nothing: '아직 끝난 실행이 없습니다.',
    nothingAtAll: '탐색한 것이 없습니다.',
    same: (count, output) =>
      count === '1'
        ? `가능한 실행은 하나뿐입니다. 결과: ${output}`
        : `서로 다른 실행 ${count}개가 모두 같은 결과로 끝납니다: ${output}`,
    fine: (count) =>
      count === '1'
        ? '검증됨: 가능한 실행은 하나뿐이고 문제가 없습니다.'
        : `검증됨: 서로 다른 실행 ${count}개가 모두 문제없습니다.`,
    various: (count, endings) => `실행 ${count}개 가운데 실패는 없고 결과는 ${endings}가지입니다.`,
    wrong: (wrong, count) => `서로 다른 실행 ${count}개 가운데 ${wrong}개가 잘못됩니다.`,
    allWrong: (count) =>
      count === '1'
        ? '가능한 실행은 하나뿐이고 잘못됩니다.'
        : `서로 다른 실행 ${count}개가 모두 잘못됩니다.`,
    wrongSoFar: (wrong, count) => `해 본 실행 ${count}개 가운데 ${wrong}개가 잘못됩니다.`,
    racing: (count, endings) =>
      endings > 1
        ? `결과가 데이터 경쟁에 달려 있습니다. 실행 ${count}가지가 ${endings}가지로 끝납니다.`
        : `실행 ${count}가지에 데이터 경쟁이 있습니다. GIL이 없으면 결과가 맞아도 오류입니다.`,
    stuck: (stuck, count) => `실행 ${count}개 가운데 ${stuck}개에서 아무도 더 나아가지 못합니다.`,
    cut: (cut, count) =>
      `실행 ${count}개 가운데 ${cut}개는 한도에 이르러 판단할 수 없었고 나머지는 문제없습니다.`,
    allCut: (count) =>
      `해 본 실행 ${count}개가 모두 한도에 이르러 판단할 수 없었습니다. 반복 횟수를 줄여 보세요. 몇 번만 돌아도 드러나는 것은 같습니다.`,
    unfound: (count) => `실행 ${count}개에서 잘못된 것을 찾지 못했습니다.`,
    unfoundOf: (count, all) => `약 ${all}개 가운데 ${count}개에서 잘못된 것을 찾지 못했습니다.`,
  },
  failure: '처음 찾은 실패',
  whys: {
    lost: (tasks, object, lines) =>
      tasks.length > 1
        ? `${named(tasks)}: 서로 상대가 \`${object}\` 값을 읽고 쓰는 사이${atLines(lines)}에 끼어들 수 있어 변경 하나가 사라집니다.`
        : `\`${object}\` 값을 읽고 쓰는 사이${atLines(lines)}에 다른 작업이 끼어들 수 있어 변경 하나가 사라집니다.`,
    early: ({ reader, readLine, writer, writeLine, object }) =>
      `${withParticle(`\`${reader}\``, '이')} \`${object}\` 값을 읽는 것${atLines([readLine])}과 ${withParticle(`\`${writer}\``, '이')} 쓰는 것${atLines([writeLine])} 중 어느 쪽이 먼저일지 정해져 있지 않습니다.`,
    last: (tasks, object, lines) =>
      `${named(tasks)}: \`${object}\` 값을 정해지지 않은 순서로 쓰고${atLines(lines)} 나중에 쓴 값이 남습니다.`,
    order: '작업들이 어떤 순서로 실행되느냐만으로 실패가 정해집니다.',
    deadlock:
      '이 순서에서는 작업들이 아무도 가져다줄 수 없는 것을 기다리게 되어 더 나아가지 못합니다.',
    livelock: '이 순서에서는 작업들이 같은 일만 되풀이하며 아무도 더 나아가지 못합니다.',
    always: '모든 실행에서 실패하므로 순서와는 상관이 없습니다.',
  },
  preemptions: (count) =>
    count === 0
      ? '선점이 없어도 일어납니다. 작업마다 기다려야 할 때까지 계속 실행되어도 그렇습니다.'
      : count === 1
        ? '선점 한 번이면 충분합니다. 한 작업이 나쁜 곳에서 한 번 끊기면 됩니다.'
        : `선점 ${count}번이면 충분합니다.`,
  playFailure: '실패를 재생',
  playPassing: '가장 가까운 성공을 재생',
  failing: '실패',
  passing: '성공',
  pairTitle: '나란히 보기',
  pair: '두 실행을 같은 눈금으로 그렸습니다. 스텝을 누르면 그 실행을 따로 봅니다.',
  differsAt: (step) => `스텝 ${step}에서 처음 달라집니다.`,
  pairLoading: '그림을 그리려고 둘을 다시 실행하는 중…',
  pairFailed: '두 실행의 그림을 그리지 못했습니다. 버튼으로 재생할 수는 있습니다.',
  outcomes: '가능한 결과',
  outcomesHelp: '출력과 판정이 다른 것끼리, 잦은 것부터.',
  moreOutcomes: (count) => `… 그리고 ${count}가지 더.`,
  executions: (count) => `실행 ${count}개`,
  share: (percent) => `${percent} %`,
  noOutput: '출력 없음',
  play: '재생',
  playEnding: (verdict, output) => `한 실행을 재생: ${verdict}, ${output}`,
  compare: '비교',
  compareEnding: (verdict, output) => `한 실행을 나란히 보기: ${verdict}, ${output}`,
  copySchedule: '스케줄 복사',
  copied: '스케줄을 복사했습니다.',
  atomicity: {
    title: '무엇이 한 스텝인가',
    help: '같은 프로그램을 세 가지 끼어들기 규칙으로 봅니다.',
    current: '지금 보는 것',
    explore: '이렇게 탐색',
    exploreSo: (name) => `이 규칙으로 탐색: ${name}`,
    show: '보기',
    showThat: (name) => `이 탐색 보기: ${name}`,
    differences: {
      unknown: '다른 규칙으로도 탐색해 보면 차이가 있는지 알려 줍니다.',
      none: '이 프로그램에는 차이가 없습니다.',
      language:
        '읽기와 쓰기 사이 어디서나 끼어들 수 있을 때만 잘못됩니다. CPython 3.10 이후는 마침 호출과 반복 차례에서만 끼어들지만, 다른 파이썬과 옛 버전, 다음 버전은 그렇지 않을 수 있습니다.',
      'free-threaded':
        '어떤 순서로든 잘 끝나지만, GIL이 없으면 순서가 정해지지 않은 두 접근은 오류입니다.',
      gil: 'CPython 3.10 이후처럼 끼어들 때 잘못됩니다. 더 잘게 나눈 스텝은 다 보지 못했습니다.',
    },
  },
  races: '순서가 정해지지 않은 접근',
  racesHelp: '행 번호를 누르면 프로그램의 그 행을 보여 줍니다.',
  race: ({ object, first, second }) => [
    `${withParticle(`\`${first.task}\``, '이')} `,
    ...place(first),
    `\`${object}\` 값을 ${first.write ? '쓰고' : '읽고'}, ${withParticle(`\`${second.task}\``, '이')} `,
    ...place(second),
    `${second.write ? '씁니다' : '읽습니다'}. 순서를 정해 주는 것이 없으니 둘 다 같은 락을 잡고 하세요.`,
  ],
  lockOrders: '서로 다른 순서로 잡는 락',
  lockOrdersHelp:
    '여기서 교착 상태로 끝난 스케줄은 찾지 못했지만, 프로그램이 바뀌면 그럴 수 있습니다.',
  lockOrder: ({ circle }) => [
    ...circle.flatMap((each, at) => taking(each, at === 0 ? '' : ', ')),
    '. 어디서나 같은 순서로 잡으세요.',
  ],
  line: (line) => `${line}행`,
  fields: {
    strategy: '다음 실행을 찾는 방법',
    strategies: {
      dpor: '서로 다른 것 모두',
      dfs: '모든 순서',
      random: '무작위',
      pct: 'PCT',
      pos: 'POS',
      surw: 'SURW',
    },
    strategyHelps: {
      dpor: '부분 순서 축소: 서로 다른 실행을 한 번씩, 모두 볼 때까지 해 봅니다.',
      dfs: '결국 같은 것까지 모든 순서를 해 봅니다. 아주 작은 프로그램에만 알맞습니다.',
      random: '갈 수 있는 작업을 고르게 뽑습니다.',
      pct: '우선순위가 몇 군데에서만 바뀝니다. 몇 번만 바뀌면 나타나는 버그에 좋습니다.',
      pos: '스텝마다 무작위 우선순위를 줍니다. 여러 순서에 고루 퍼집니다.',
      surw: '순서를 고르게 뽑습니다. 한 작업이 유난히 많은 일을 할 때 좋습니다.',
    },
    bound: '선점',
    boundHelp:
      '더 갈 수 있는 작업을 몇 번까지 끊을지 정합니다. 버그는 대개 한두 번이면 나타납니다.',
    noBound: '제한 없음',
    budget: '최대 실행 수',
    seconds: '최대 시간(초)',
    atomicity: '한 스텝의 크기',
    atomicities: {
      language: '읽기와 쓰기 하나하나',
      gil: 'CPython 3.10 이상처럼',
      'free-threaded': 'GIL 없는 Python',
    },
    atomicityHelps: {
      language:
        '공유 변수를 읽는 것과 쓰는 것이 저마다 한 스텝입니다. 언어는 그 이상을 약속하지 않으므로 counter += 1도 중간에 끊길 수 있습니다.',
      gil: 'CPython이 GIL을 넘기는 호출과 반복에서만 스레드가 끊깁니다. counter += 1은 한 스텝입니다.',
      'free-threaded':
        '읽기와 쓰기 하나하나가 한 스텝이고, 순서가 정해지지 않은 두 접근은 결과가 좋아도 오류입니다.',
    },
    asyncio: '이벤트 루프가 다음에 보낼 것',
    asyncioOrders: {
      strict: '먼저 온 것 먼저',
      portable: '준비된 것 아무거나',
    },
    asyncioHelps: {
      strict: 'asyncio 문서대로입니다. 이벤트 루프 하나에는 순서가 하나뿐입니다.',
      portable:
        '준비된 작업이나 콜백 가운데 무엇이든 다음에 갈 수 있고, await마다 다른 것이 먼저 갈 수 있습니다. 여기서 통과하면 어떤 순서에도 기대지 않는 것입니다.',
    },
    usual: '보통대로',
  },
};
