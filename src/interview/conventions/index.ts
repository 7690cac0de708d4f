import type { Convention } from "../parts.ts";
import { labelledAnswers } from "./labelledAnswers.ts";
import { transcriptFile } from "./transcriptFile.ts";

/** The ways of writing an interview down that the parser knows. Of two with equal evidence, the first is taken. */
export const conventions: readonly Convention[] = [transcriptFile, labelledAnswers];
