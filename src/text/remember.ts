/** Enough for the labels and words of one study; then it begins anew, so that memory stays bounded. */
const MOST_REMEMBERED = 10_000;

/** The same function of a text, which works each text out once: for short texts that come again and again. */
export function remember<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.value;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const value = work(text);
    known.set(text, { value });
    return value;
  };
}
