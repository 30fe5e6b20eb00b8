import { type ReactNode, useContext, useEffect } from "react"
import { Seal } from "#kit/web/Brand.tsx"
import { Go } from "#kit/web/nav.tsx"
import { ViewerContext } from "#kit/web/viewer.ts"
import { chooseLanguage, useWords } from "#kit/web/words.ts"
import "./doorway.css"

/** The frame of the pages before one is in: whose door it is (the product's, before there is a university), and the form. */
export function Doorway(props: {
  title: string
  lead?: string
  children: ReactNode
  foot: ReactNode
}): ReactNode {
  const t = useWords()
  const own = useWords("accounts")
  const university = useContext(ViewerContext)?.university
  const short = university?.shortName ?? t("product")
  useEffect(() => {
    document.title = `${props.title} · ${short}`
  }, [props.title, short])
  return (
    <div className="doorway">
      <main id="main" className="doorway-card">
        <header>
          <Seal size={44} />
          <p>
            <b>{university?.name ?? t("product")}</b>
            <span>{t("tagline")}</span>
          </p>
        </header>
        <h1>{props.title}</h1>
        {props.lead ? <p className="muted">{props.lead}</p> : null}
        {props.children}
        {props.foot ? <p className="doorway-foot">{props.foot}</p> : null}
      </main>
      <footer>
        {university ? <Go to="/">{own("sign-in.public")}</Go> : null}
        <button
          type="button"
          onClick={() => void chooseLanguage(t("language.other") === t("language.en") ? "en" : "zh")}
        >
          {t("language.other")}
        </button>
      </footer>
    </div>
  )
}

/** A door that leads to another one keeps where one wanted to go. */
export const withBack = (door: string, back: string | undefined): string =>
  back ? `${door}?back=${encodeURIComponent(back)}` : door
