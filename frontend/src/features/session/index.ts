export { AfterSignIn } from './AfterSignIn.tsx';
export { chooseLanguage } from './language.ts';
export { leave, useCan, useForgettingSession, useSession, useUser } from './session.ts';
