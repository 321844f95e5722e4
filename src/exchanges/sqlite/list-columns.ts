/** A column of a table; `isRowId` where it is another name of the row's id, which the record then does not hold. */
export type Column = { readonly name: string; readonly isRowId: boolean };

/** The columns of `CREATE TABLE`: what stands between its parentheses, but for rules on the whole table. */
export function listColumns(sql: string): readonly Column[] {
  const inside = sql.slice(sql.indexOf('(') + 1, sql.lastIndexOf(')'));
  return splitOutside(inside)
    .flatMap((part) => {
      const name = /^\s*(?:"([^"]+)"|`([^`]+)`|\[([^\]]+)\]|(\w+))/.exec(part);
      const found = name?.[1] ?? name?.[2] ?? name?.[3] ?? name?.[4];
      if (found === undefined || (name?.[4] !== undefined && isRule(found))) return [];
      return [{ name: found, isRowId: /\binteger\b[^,]*\bprimary\s+key\b/i.test(part) }];
    })
    .map((column, _, all) => markRowId(column, all, inside));
}

/** `PRIMARY KEY (id)` below the columns makes an integer column the row's id too. */
function markRowId(column: Column, all: readonly Column[], inside: string): Column {
  if (all.some(({ isRowId }) => isRowId)) return column;
  const key = /\bprimary\s+key\s*\(\s*["`[]?(\w+)["`\]]?\s*\)/i.exec(inside)?.[1];
  const isInteger = new RegExp(`["\`[]?\\b${column.name}\\b["\`\\]]?\\s+integer\\b`, 'i').test(inside);
  return { ...column, isRowId: key === column.name && isInteger };
}

const isRule = (word: string) => /^(?:constraint|primary|unique|check|foreign)$/i.test(word);

/** Parts between commas that stand in no parentheses. */
function splitOutside(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
