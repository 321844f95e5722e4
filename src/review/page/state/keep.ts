/** What the browser keeps for this address; where it keeps nothing (private windows, full), the page still works. */
export function readKept(key: string): string {
  try {
    return localStorage.getItem(`themeloom.${key}`) ?? '';
  } catch {
    return '';
  }
}

/** Gives whether it was kept. */
export function keep(key: string, value: string): boolean {
  try {
    if (value === '') localStorage.removeItem(`themeloom.${key}`);
    else localStorage.setItem(`themeloom.${key}`, value);
    return true;
  } catch {
    return false;
  }
}

/** Like `readKept`, of this window alone: two windows may belong to two coders. */
export function readKeptHere(key: string): string {
  try {
    return sessionStorage.getItem(`themeloom.${key}`) ?? '';
  } catch {
    return '';
  }
}

/** Keeps for this window alone. */
export function keepHere(key: string, value: string): void {
  try {
    sessionStorage.setItem(`themeloom.${key}`, value);
  } catch {
    // A window that may keep nothing signs in anew after a reload.
  }
}
