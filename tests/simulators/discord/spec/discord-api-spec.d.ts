/** The package's schemas come as JavaScript without declarations: those that `schemas.ts` names are looked up by name. */
declare module 'discord-api-spec/zod' {
  const setStrictObject: (strict: boolean) => void;

  export { setStrictObject };
}
