import type { ReactNode } from "react"
import { choose, useSettings } from "#kit/web/settings.ts"
import { chooseLanguage, useWords } from "#kit/web/words.ts"

/** Language as a button in the other language; appearance as a quiet button that goes round. */
export function Choices(): ReactNode {
  const t = useWords()
  const { language, dark } = useSettings()
  const other = language === "zh" ? "en" : "zh"
  const theme = t(`theme.${dark ? "light" : "dark"}`)
  return (
    <>
      <button
        type="button"
        className="site-quiet"
        lang={other === "zh" ? "zh-CN" : "en"}
        onClick={() => void chooseLanguage(other)}
      >
        {t("language.other")}
      </button>
      <button
        type="button"
        className="site-quiet"
        onClick={() => choose({ theme: dark ? "light" : "dark" })}
        aria-label={`${t("theme.label")}: ${theme}`}
        title={theme}
      >
        <svg
          viewBox="0 0 20 20"
          width="18"
          height="18"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        >
          {dark ? (
            <path
              strokeLinecap="round"
              d="M10 6.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M16 4l-1.4 1.4M5.4 14.6 4 16"
            />
          ) : (
            <path strokeLinejoin="round" d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />
          )}
        </svg>
      </button>
    </>
  )
}
