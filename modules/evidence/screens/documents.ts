import { documentEndings } from "#kit/web/desk/keeping.tsx"

/** Where documents go and which are taken. */
export const documents = {
  to: "/api/evidence/document",
  accept: documentEndings,
} as const
