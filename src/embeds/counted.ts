/** So many of something: "1 quote", "10,000 quotes". Only for words whose plural is made with an "s". */
export function counted(count: number, thing: string): string {
  return `${count.toLocaleString("en-GB")} ${thing}${count === 1 ? "" : "s"}`;
}
