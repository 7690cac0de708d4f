/** A date as people read it: "2023-07-05" gives "5 July 2023", "1989" stays as it is. */
export function readableDate(date: string): string {
  if (!date.includes("-")) return date;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}
