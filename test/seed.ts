import fc from "fast-check";

/** Property tests try the same cases every time, so that a red run says something of the change; INTERTITLE_SEED=7 tries others. */
fc.configureGlobal({ seed: Number(process.env["INTERTITLE_SEED"] ?? 1) });
