/** The time of this machine. What may be seen is judged by the database's clock (app.now()), never by this one. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }
