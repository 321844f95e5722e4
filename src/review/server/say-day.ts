/** The ISO day of a moment, in UTC. */
export const sayDay = (moment: Date) => moment.toISOString().slice(0, 10);
