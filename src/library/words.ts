/**
 * Text as search sees it: lower case, without accents, cut into words. "Carné's Ярмарка" gives carnes, ярмарка.
 * NFKD takes accents off their letters (Unicode Standard Annex #15); й and ё lose theirs too, on both sides alike.
 */
export function wordsOf(text: string): string[] {
  return joinInitials(fold(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Initials as one word: "l.a." gives "la.". */
export function joinInitials(text: string): string {
  return text.replace(initials, "$1");
}

const initials = /(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu;

/** The text in lower case and without accents or apostrophes inside words ("don't" gives "dont"). */
export function fold(text: string): string {
  if (isPlain(text)) return text.replace(apostrophes, "").toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/[\p{M}'’‘ʼ]/gu, "")
    .toLowerCase();
}

/** Text that NFKD leaves as it is: what most of English is made of, told apart because it is folded ten times as fast. */
const plain = /^[\p{ASCII}‐-”…]*$/u;
/** Whether a text is of plain letters, digits and punctuation. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

const apostrophes = /['’‘]/g;

/** English and Russian words that a question is full of and that say nothing about what it asks for. */
export const stopWords: ReadonlySet<string> = new Set(
  fold(`a about again all also am an and any anymore anyone anything are arent as at be been being but by can cannot cant
   could couldnt did didnt do does doesnt doing dont down else ever for from get getting go got had hadnt has hasnt
   have havent having he her here heres hers hes him himself his how i if im in into is isnt it its itself ive just
   let lets like line lines many me more most much my no nor not of off on one or ought our out over own please
   quote quotes really said say saying says she shes should shouldnt shall so some somebody someone something such
   talk talked talking tell tells than that thats the their them themselves then there theres these they theyd
   theyre theyve thing things think this those to too up us very was wasnt we were werent weve what whats when where
   wheres which who whom whos whose why will with wont would wouldnt you youd your youre yourself youve
   а без бы был была было были быть в во вы где да для до его ее ей ему если есть еще же за и из или им их к как
   какая какие каким какой когда кто ли меня мне много мы на над нам нас не него нее ней нет ни ним них но о об он
   она они оно от по под почему при про с сам сама сами свой свою себя сказал сказала сказали со так такое такой там
   те тебя тем то того той том тот ты у уже чего чем чему что чтобы эта эти это этом этот я говорил говорила
   говорили говорит другой другая другие`)
    .split(/\s+/)
    .filter(Boolean),
);
