export const words = {
  title: 'Sign in',
  home: 'Home',
  account: 'Account',
  accountHelp: 'Applicants: phone, e-mail or identity number. Staff: user name.',
  password: 'Password',
  enter: 'Sign in',
  entering: 'Signing in…',
  forgot: 'Forgotten password',
  register: 'Register as an applicant',
  staffForgot: 'Staff who forgot a password ask their system administrator.',
  or: 'or',
  provider: (name: string) => `Sign in with ${name}`,
  'provider-unavailable':
    'The identity provider does not answer. Try again later, or sign in with account and password.',
  'provider-refused':
    'The identity provider did not confirm the sign-in. Try again, or sign in with account and password.',
  'sign-in-expired': 'This sign-in has expired or was not begun here. Please begin again.',
  'identity-not-supplied':
    'The identity provider gave no name and identity number that can be checked. Sign in with account and password, or come to the window.',
  'level-too-low':
    'Your level at the identity provider is too low. Raise it there, or sign in with account and password.',
  castTitle: 'Demonstration: be one of these people',
  castHelp:
    'People and data are invented. Open several private windows to be several people at once.',
  castDepartment: 'Department',
  castAccount: (username: string) => `Account ${username}`,

  passwordTitle: 'Change password',
  otherAccount: 'Use another account',
  passwordHelp:
    'The password that the administrator gave you has to be changed first. At least 10 characters, known to you alone.',
  current: 'Current password',
  next: 'New password',
  again: 'New password again',
  differ: 'The two new passwords differ. Please type them again.',
  change: 'Change and enter',
  changing: 'Changing…',

  firstTitle: 'First system administrator',
  firstHelp: 'The one-time code was shown when the server first started. It works once.',
  firstCode: 'One-time code',
  name: 'Name',
  passwordRule: 'Password (at least 10 characters)',
  appoint: 'Appoint and enter',
  appointing: 'Appointing…',
  kept: 'What you typed is still above.',

  registerTitle: 'Register as an applicant',
  registerHelp:
    'One account for each identity. You can then fill in and submit online; once your identity is verified you also see applications made at the window and receive certificates online.',
  whoAreYou: 'You are',
  person: 'a person',
  company: 'an enterprise or organisation',
  identityType: 'Document',
  identityNumber: 'Document number',
  companyName: 'Name of the organisation',
  contactName: 'Person who acts for it',
  phone: 'Mobile phone',
  phoneHelp: 'For codes and notices about your applications; you can also sign in with it.',
  newPassword: 'Choose a password',
  passwordRules:
    'At least 10 characters, three kinds of: capitals, small letters, digits, signs; without your document number.',
  code: 'Code from the text message',
  emailCode: 'Code from the e-mail',
  sendCode: 'Send a code',
  codeAgain: (seconds: number) => `Again in ${seconds} s`,
  codeSent: (minutes: number) => `A code was sent; it is good for ${minutes} minutes.`,
  simulated: 'Text messages of the demonstration are shown here',
  createAccount: 'Register and sign in',
  creating: 'Registering…',
  privacy:
    'Your identity is used for government services alone; nobody who does not handle your application sees the whole number.',
  haveAccount: 'I have an account: sign in',
  claimTitle: 'This document number is registered already',
  claimText:
    'If you registered it, sign in or recover the password. If somebody else did, ask for verification: bring the original to the window; the account becomes yours and the other one is closed.',
  claim: 'It was not me: verify at the window',
  claimDone: 'Recorded. Please come to the window',
  claimNumber: 'Claim number',
  claimNext:
    'Bring the original document and this number to the window. Afterwards sign in with the phone and password you just gave.',
  noSms:
    'Text messages are not set up here, so nobody can register online. Come to the window, or sign in another way.',

  forgotTitle: 'Recover a password',
  forgotHelp:
    'Give the phone or document number you registered with; a code lets you set a new one.',
  forgotAccount: 'Phone, e-mail or document number',
  by: 'Send the code to',
  byPhone: 'the registered phone',
  byEmail: 'the registered e-mail',
  ifKnown: 'If the account exists and has that contact, the code arrives within a minute.',
  reset: 'Set the new password',
  resetting: 'Setting…',
  resetDone:
    'The password is set and every other device is signed out. Sign in with the new password.',
}
