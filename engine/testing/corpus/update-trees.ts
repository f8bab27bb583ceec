import { rmSync, writeFileSync } from "node:fs";
import { hasTree, readCorpus, treeOf } from "./corpus-file.ts";
import { formsPath, formsTable } from "./forms-table.ts";

/**
 * `npm run corpus`: writes the tree of each query that parses next to it, and forms.md
 * from the headers. What changed is to be read in review: nothing here knows whether a tree is right.
 */
const files = readCorpus();
for (const file of files) {
  if (!hasTree(file)) rmSync(file.treePath, { force: true });
  else if (file.tree !== treeOf(file)) {
    writeFileSync(file.treePath, treeOf(file));
    console.log(file.tree === null ? `new: ${file.name}` : `changed: ${file.name}`);
  }
}
writeFileSync(formsPath, formsTable(files));
