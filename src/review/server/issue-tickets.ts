/** Texts that can be fetched by a name that cannot be guessed, for a minute. */
export type Tickets = {
  /** A name for a text that is still being made. */
  readonly draw: () => string;
  readonly keep: (ticket: string, text: string) => void;
  readonly redeem: (ticket: string) => string | undefined;
};

type TicketOptions = {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
};

/** Milliseconds. */
const LIFETIME = 60_000;
/** The oldest goes first. */
const MOST_TICKETS = 20;

/** Begins with no ticket. A ticket may be redeemed again within its minute: a frame that is drawn anew asks twice. */
export function issueTickets({ clock, random }: TicketOptions): Tickets {
  const issued = new Map<string, { readonly text: string; readonly until: number }>();
  const dropOld = () => {
    const excess = issued.size - MOST_TICKETS;
    for (const [index, [ticket, { until }]] of [...issued].entries())
      if (index < excess || until < clock()) issued.delete(ticket);
  };
  return {
    draw: () => Buffer.from(random(24)).toString('base64url'),
    keep: (ticket, text) => {
      issued.set(ticket, { text, until: clock() + LIFETIME });
      dropOld();
    },
    redeem: (ticket) => {
      dropOld();
      return issued.get(ticket)?.text;
    },
  };
}
