/** What is given to a charity supermarket: goods, money, time; and what it gives back: services, events, stories. */
export { MulinActivities } from '../activities.ts';
export { MulinAttendance } from '../attendance.ts';
export { MulinDonate } from '../donate.ts';
export { MulinDonation } from '../donation.ts';
export { MulinDonors } from '../donors.ts';
export { MulinProofForm, type CodeProof } from '../proof-form.ts';
export { MulinStories } from '../stories.ts';
export { MulinVolunteer } from '../volunteer.ts';
