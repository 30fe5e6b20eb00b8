/** 5.3: whence a candidate may come; 5.6 counts those from the faculties' unions. */
export const sources = {
  "school-union": "校学生会工作人员",
  "faculty-union": "学院（系）学生会工作人员",
  exemplar: "优秀学生典型",
  other: "其他",
} as const

export type Source = keyof typeof sources

const isSource = (text: string): text is Source => Object.hasOwn(sources, text)

export const sourceName = (source: string): string => (isSource(source) ? sources[source] : source)

/** What the roster keeps of it. */
export const originOf = (source: string): "faculty-union" | "other" =>
  source === "faculty-union" ? "faculty-union" : "other"

/** Within what 5.3 names. */
export const isRepresentative = (source: string): boolean => isSource(source) && source !== "other"
