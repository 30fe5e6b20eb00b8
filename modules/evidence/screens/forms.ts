/** The two forms, for the screens of other rooms. */
export { AttestForm } from "./AttestForm.tsx"
export { ExplainForm } from "./ExplainForm.tsx"
