import type { Report } from '../../contract/generated/types.ts';

/** Which rule answers when a request breaks two, in few lines; nothing when it was not tried. */
export function precedenceLines({ precedence }: Report): readonly string[] {
  if (precedence === undefined) return [];
  const { pairs, inconclusive, order, unordered } = precedence;
  const told = pairs.filter(({ answered }) => answered !== undefined).length;
  const loose = new Set(unordered.flat());
  const steps = order
    .map((rules) => rules.filter((rule) => !loose.has(rule)))
    .filter((rules) => rules.length > 0);
  return [
    `${pairs.length} pairs of rules: ${told} told apart, ${pairs.length - told} answered alike` +
      (inconclusive === 0 ? '' : `, ${inconclusive} inconclusive`),
    ...steps.map((rules, i) => `${i === 0 ? 'first' : 'then '}  ${rules.join(', ')}`),
    ...unordered.map((rules) => `in no fixed order  ${rules.join(', ')}`),
  ];
}
