export const longestLine = 200
