export { AccountPage } from './AccountPage.tsx';
export { InvitationPage } from './InvitationPage.tsx';
export { SignInPage } from './SignInPage.tsx';
