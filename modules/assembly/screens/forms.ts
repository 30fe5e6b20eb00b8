/** What the screens of the other rooms of a congress put on their pages. */
export { AssemblyNav } from "./AssemblyNav.tsx"
