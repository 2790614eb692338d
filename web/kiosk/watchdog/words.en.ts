export const words = {
  paused: 'Out of service',
  noLine: 'The line between this terminal and the service centre is broken.',
  broken: 'This terminal has failed and is starting again.',
  elsewhere: 'Please take a number at the guide desk, or use the terminal beside this one.',
  onlyTickets: 'Tickets only',
  restElsewhere:
    'For everything else please go to the guide desk, or use the terminal beside this one.',
  comesBack: 'It returns to the start by itself. What you entered here has been cleared.',
}
