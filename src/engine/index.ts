/** The simulated browser. Pure: no DOM, no clock, no randomness, nothing of ours outside this folder. */

export * from './contract';
