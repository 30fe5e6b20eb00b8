import { expect, it } from "vitest"
import { clauseLabel } from "./index.ts"

it.each([
  ["3.4", "第三条·4", "Art. 3 · 4"],
  ["2.2b", "第二条·2b", "Art. 2 · 2b"],
  ["10.3", "第十条·3", "Art. 10 · 3"],
  ["11.2", "附则·2", "Art. 11 · 2"],
  ["9", "第九条", "Art. 9"],
])("says where %s stands", (id, zh, en) => {
  expect(clauseLabel(id)).toBe(zh)
  expect(clauseLabel(id, "en")).toBe(en)
})
