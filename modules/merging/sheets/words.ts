/** What is said around a matter and is not the matter: for its title. The words themselves stay as they were written. */
const before =
  /^(?:(?:代(?:班级|同学|室友)*(?:同学)?反映|反映一下|反映|建议|(?:老师|您|你)好|老师您好|请问)[：:，,。！!\s]*)+/
const after = /[，,。！!\s]*(?:请回复|望回复|望解决|请解决|盼解决|希望改进|谢谢(?:老师)?)[。！!\s]*$/
const longest = 40

export function titleOf(words: string): string {
  const bare = words
    .replace(before, "")
    .replace(after, "")
    .replace(/[，,。！!；;\s]+$/, "")
  const text = bare.length >= 2 ? bare : words
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const stop = Math.max(...["，", "。", "；", "！", "？", ","].map((c) => cut.lastIndexOf(c)))
  return stop >= 8 ? cut.slice(0, stop) : `${cut.slice(0, longest - 1)}…`
}
