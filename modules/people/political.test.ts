import { expect, it } from "vitest"
import { readPolitical } from "./political.ts"

it.each([
  ["党员", "member"],
  ["中共党员", "member"],
  ["中共正式党员", "member"],
  ["中国共产党党员", "member"],
  ["保留团籍的中共党员", "member"],
  ["中共党员（保留团籍）", "member"],
  ["01", "member"],
  ["预备党员", "probationary"],
  ["中共预备党员", "probationary"],
  ["保留团籍的中共预备党员", "probationary"],
  ["团员", "league"],
  ["共青团员", "league"],
  ["共青团员（入党积极分子）", "league"],
  ["中国共产主义青年团团员", "league"],
  ["群众", "other"],
  ["民盟盟员", "other"],
  ["无党派人士", "other"],
  ["非党员", "other"],
  ["13", "other"],
])("reads %s", (written, political) => {
  expect(readPolitical(written)).toEqual({ political, sure: true })
})

it.each(["", "积极分子", "待核实"])("is not sure of “%s”", (written) => {
  expect(readPolitical(written)).toEqual({ political: "other", sure: false })
})
