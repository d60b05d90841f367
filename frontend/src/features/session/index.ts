export { AccountPage } from './AccountPage.tsx';
export { InvitationPage } from './InvitationPage.tsx';
export { chooseLanguage } from './language.ts';
export { SignInPage } from './SignInPage.tsx';
export { leave, useCan, useForgettingSession, useSession, useUser } from './session.ts';
