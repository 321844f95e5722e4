/** What to do about a line that git leaves where two versions of a file met; empty for any other. */
export function sayConflict(line: string): string {
  if (!/^(?:<{7}|={7}|>{7})(?: |\r?$)/.test(line)) return '';
  return 'git could not join two versions here: keep the lines that are right, and take out those that begin with <<<<<<<, ======= and >>>>>>>';
}
