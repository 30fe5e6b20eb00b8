const numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

/** Where a clause stands: `3.4` → 第三条·4, or Art. 3 · 4. After the ten articles come the closing provisions: `11.2` → 附则·2. */
export function clauseLabel(id: string, language: "zh" | "en" = "zh"): string {
  const [article = "", point] = id.split(".")
  if (language === "en") return point ? `Art. ${article} · ${point}` : `Art. ${article}`
  const numeral = numerals[Number(article)]
  const head = numeral ? `第${numeral}条` : "附则"
  return point ? `${head}·${point}` : head
}
