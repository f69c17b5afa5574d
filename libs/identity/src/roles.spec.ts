import { permissionsOf, roles, type Permission, type Role } from './roles.js';

const holders = (permission: Permission): Role[] => roles.filter((role) => permissionsOf[role].includes(permission));

describe('the roles of a hospital network', () => {
  it('let only physicians read and sign', () => {
    expect(holders('read-exam')).toEqual(['physician']);
    expect(holders('sign-report')).toEqual(['physician']);
  });

  it('let who meets patients say that they have come, and which exam a study belongs to', () => {
    expect(holders('arrive-patient')).toEqual(['front-desk', 'technologist']);
    expect(holders('match-study')).toEqual(['front-desk', 'technologist']);
  });

  it('show the front desk which studies came, and none of their images', () => {
    expect(holders('see-studies')).toEqual(['front-desk', 'technologist', 'physician']);
    expect(holders('see-images')).toEqual(['technologist', 'physician']);
  });

  it('let only administrators change a site', () => {
    expect(holders('configure-site')).toEqual(['administrator']);
  });

  it('show stored facts to operations alone, and no report or image with them', () => {
    expect(holders('see-streams')).toEqual(['operations']);
    expect(holders('rebuild-projections')).toEqual(['operations']);
    expect(holders('replay-events')).toEqual(['operations']);
    expect(permissionsOf.operations).not.toEqual(expect.arrayContaining(['see-report']));
    expect(permissionsOf.operations).not.toEqual(expect.arrayContaining(['see-images']));
  });

  it('let managers and operations have a report sent again', () => {
    expect(holders('resend-report')).toEqual(['manager', 'operations']);
  });

  it('let everybody see the schedule of their facility', () => {
    expect(holders('see-schedule')).toEqual(roles);
  });
});
