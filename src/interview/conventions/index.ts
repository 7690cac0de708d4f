import type { Convention } from "../parts.ts";
import { dialogue } from "./dialogue.ts";
import { labelledAnswers } from "./labelledAnswers.ts";
import { labelledTalk } from "./labelledTalk.ts";
import { markedQuestions } from "./markedQuestions.ts";
import { plainQuestions } from "./plainQuestions.ts";
import { transcriptFile } from "./transcriptFile.ts";

/** The ways of writing an interview down that the parser knows. Of two with equal evidence, the first is taken. */
export const conventions: readonly Convention[] = [transcriptFile, labelledAnswers, labelledTalk, dialogue, ...markedQuestions, plainQuestions];
