// One script and one style sheet, and beside them the hash of what they are made of.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";

const beside = ["package.json", "package-lock.json", "tsconfig.json", "vite.config.js"];

/** The hash of the sources: of each file, in the order of the names, its name and its content. */
function hash() {
  const found = readdirSync("src", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
  const sum = createHash("sha256");
  for (const name of [...beside, ...found].sort()) {
    sum.update(`${name}\0`);
    sum.update(readFileSync(name));
    sum.update("\0");
  }
  return sum.digest("hex");
}

const sources = {
  name: "sources",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "sources.sha256", source: `${hash()}\n` });
  },
};

export default defineConfig({
  plugins: [sources],
  build: {
    target: "es2022",
    outDir: "../bundle",
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      input: "src/main.ts",
      output: { entryFileNames: "page.js", assetFileNames: "page.[ext]", format: "iife" },
    },
  },
});
