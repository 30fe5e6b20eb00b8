/** The one time stamp of every ZIP made here: 1980-01-01 local time, the first a ZIP can name. */
export const zipEpoch = (): Date => new Date(1980, 0, 1)
