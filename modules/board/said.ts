/** A number in a document, and what stands there where it is hidden. */
export const sayCount = (count: number | null, unit = "件"): string =>
  count === null ? `若干${unit}` : `${count}${unit}`

export const sayShare = (share: { readonly num: number; readonly den: number } | null): string =>
  share ? `${Math.round((share.num * 100) / share.den)}%` : "样本不足"

export const states = {
  sorting: "待转办",
  sent: "待受理",
  accepted: "办理中",
  answered: "已答复，待办结",
  done: "已办结",
  declined: "不予受理",
} as const
