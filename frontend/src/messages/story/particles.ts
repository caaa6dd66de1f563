/** The particles of Korean that depend on whether the word before ends in a consonant. */
export type Particle = '은' | '이' | '을' | '와';

const AFTER_VOWEL: Readonly<Record<Particle, string>> = { 은: '는', 이: '가', 을: '를', 와: '와' };
const AFTER_CONSONANT: Readonly<Record<Particle, string>> = {
  은: '은',
  이: '이',
  을: '을',
  와: '과',
};

/** The word with its particle, as it is read aloud; marks around the word do not count. */
export function withParticle(word: string, particle: Particle): string {
  return word + (endsInConsonant(word) ? AFTER_CONSONANT : AFTER_VOWEL)[particle];
}

function endsInConsonant(word: string): boolean {
  const said = word.replace(/[^\p{L}\p{N}]+$/u, '');
  const last = said.slice(-1);
  const code = last.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28 !== 0;
  if (/\d/.test(last)) return '013678'.includes(last);
  // English words as Koreans say them: after a vowel these sounds close the syllable.
  return (
    (/([aeiou]|ck|ng)$/i.test(said.replace(/[lmnptk]$/i, '')) && /[lmnptkg]$/i.test(said)) ||
    /(ck|ng|[lmn])$/i.test(said)
  );
}
