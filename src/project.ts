import { fileURLToPath } from "node:url";

/** The project's folder, with the data files and package.json in it, whether the program runs from src or from dist. */
export const projectFolder = fileURLToPath(new URL("../", import.meta.url));
