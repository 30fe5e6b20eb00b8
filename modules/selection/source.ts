import { sourceName as called, type Source } from "#modules/calls/index.ts"

const isSource = (text: string): text is Source => Object.hasOwn(called, text)

export const sourceName = (source: string): string => (isSource(source) ? called[source] : source)

/** What the roster keeps of it (5.6). */
export const originOf = (source: string): "faculty-union" | "other" =>
  source === "faculty-union" ? "faculty-union" : "other"

/** Within what 5.3 names: 校、学院（系）学生会工作人员和各领域优秀学生典型. */
export const isRepresentative = (source: string): boolean => isSource(source) && source !== "other"
