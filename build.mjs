/**
 * `npm run build`: puts the program with all its packages into a few files in dist. One file is read in a fraction of the
 * time that a thousand take, and what nobody calls is left out.
 */
import { build } from "esbuild";
import { rm } from "node:fs/promises";

await rm("dist", { recursive: true, force: true });
await build({
  // The playground is a file of its own: a bot on Discord never reads it.
  entryPoints: ["src/index.ts", "src/register.ts", "src/importing/reader.ts", "src/playground/playground.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Less text to keep in memory; names stay, so a stack still reads. NODE_OPTIONS=--enable-source-maps gives its lines, too.
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  // Native code, and the bundler itself, which the playground calls; the rest are optional speed-ups that we do without.
  external: ["libsql", "esbuild", "zlib-sync", "bufferutil", "utf-8-validate", "@discordjs/opus"],
  // Packages in the old module format ask for what ESM doesn't give.
  banner: {
    js: [
      `import { createRequire as __createRequire } from "node:module";`,
      `import { dirname as __directoryOf } from "node:path";`,
      `import { fileURLToPath as __pathOf } from "node:url";`,
      `const require = __createRequire(import.meta.url), __filename = __pathOf(import.meta.url), __dirname = __directoryOf(__filename);`,
    ].join("\n"),
  },
});
