// Before the first paint: the reader's theme and language, so that nothing flashes. The same as kit/web/settings.ts.
;(() => {
  let kept = {}
  try {
    kept = JSON.parse(localStorage.getItem("qiaoliang") || "{}")
  } catch {}
  const root = document.documentElement
  const dark =
    kept.theme === "dark" || (kept.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches)
  root.dataset.theme = dark ? "dark" : "light"
  root.style.colorScheme = dark ? "dark" : "light"
  root.lang = kept.language === "en" ? "en" : "zh-CN"
})()
