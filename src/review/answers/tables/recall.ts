/** The same function of a value, which works each value out once, for as long as somebody holds that value. */
export function recall<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    const value = work(key);
    known.set(key, { value });
    return value;
  };
}

/** The same of two values. */
export function recallBoth<One extends object, Other extends object, Value>(
  work: (one: One, other: Other) => Value,
): (one: One, other: Other) => Value {
  const ofOne = recall((one: One) => recall((other: Other) => work(one, other)));
  return (one, other) => ofOne(one)(other);
}

/**
 * The same, where a value mostly differs little from the one that was asked about last: `change` then makes the new one of
 * the old one, or gives nothing where they have too little in common.
 */
export function recallChanged<Key extends object, Value>(
  work: (key: Key) => Value,
  change: (before: { readonly key: Key; readonly value: Value }, key: Key) => Value | undefined,
): (key: Key) => Value {
  let latest: { readonly key: Key; readonly value: Value } | undefined;
  return recall((key) => {
    const value = (latest === undefined ? undefined : change(latest, key)) ?? work(key);
    latest = { key, value };
    return value;
  });
}
