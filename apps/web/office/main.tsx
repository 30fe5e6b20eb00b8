import "#kit/web/tokens.css"
import "#kit/web/parts.css"
import "./office.css"
import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { createRoot } from "react-dom/client"
import { makeRouter } from "#kit/web/nav.tsx"
import { Loading } from "#kit/web/states.tsx"
import { makeClient } from "#kit/web/use.ts"
import { prepareWords } from "#kit/web/words.ts"
import { Broken, NotFound } from "../Broken.tsx"
import { Desk } from "./Desk.tsx"
import { rooms } from "./rooms.ts"

/** A session that ran out: sign in, then back to where one was. */
function toSignIn(): void {
  if (!location.pathname.startsWith("/office") || location.pathname === "/office/activate") return
  const back = encodeURIComponent(location.pathname + location.search)
  location.assign(`/sign-in?back=${back}`)
}

const Waiting = () => <Loading rows={6} />
const client = makeClient((refusal) => refusal.code === "not-signed-in" && toSignIn())
const router = makeRouter({
  shell: Desk,
  screens: rooms.flatMap(({ name, screens }) =>
    // Words of a room come with its screens, side by side.
    screens.map(({ path, load }) => ({
      path,
      load: async () => (await Promise.all([load(), prepareWords([name])]))[0],
    })),
  ),
  notFound: NotFound,
  problem: Broken,
  loading: Waiting,
})

await prepareWords(["accounts"])
createRoot(document.getElementById("root")!).render(
  <QueryClientProvider client={client}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
)

// The other rooms' words once the first page stands: a page with parts of another room would wait for them blank.
const whenIdle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1_000))
whenIdle(() => void prepareWords(rooms.map((room) => room.name)))
