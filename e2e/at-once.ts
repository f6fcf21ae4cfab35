/** How many files of tests run at a time, each with a program of its own: journeys change what others see. */
export const atOnce = 2
