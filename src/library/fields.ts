/** The kinds of field that the files of the library are made of, each with a bound that fits an embed and a custom id. */
import * as z from "zod";

/** The longest id of a film or a person: two of them and a query fit the 100 characters of a custom id. */
export const longestIdentifier = 32;

/** A file's name without its ending, by which other files refer to it. */
export const identifier = z
  .string()
  .max(longestIdentifier)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "should be lower-case words joined by hyphens");

/** One line of text. */
export const line = z.string().trim().min(1, "is empty").max(200).regex(/^[^\n]*$/, "should be one line");

/** A short text in paragraphs. */
export const prose = z.string().trim().min(40, "should say a little more").max(1200);

/** A web address; at most 200 characters, so that a card can list them all. */
export const link = z.url({ protocol: /^https?$/, error: "should be a web address" }).max(200);

/** A year in which there was cinema, or a person who made some. */
export const year = z.int().min(1880).max(2100);

/** A date as YYYY-MM-DD, or a year alone where no more is sure. */
export const partialDate = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}(-\d{2}-\d{2})?$/, "should be YYYY-MM-DD or YYYY"));
