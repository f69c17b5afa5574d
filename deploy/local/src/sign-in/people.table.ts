/** The invented people of the local hospital, one per role. Their passwords are made at the first start. */
export interface DemoPerson {
  readonly userId: string;
  readonly name: string;
  readonly roles: Readonly<Record<string, readonly string[]>>;
}

export const people: readonly DemoPerson[] = [
  { userId: 'lee', name: 'Dr Min Lee', roles: { NORTH: ['physician'] } },
  { userId: 'frank', name: 'Fern Frank', roles: { NORTH: ['front-desk'] } },
  { userId: 'tanaka', name: 'Tomo Tanaka', roles: { NORTH: ['technologist'] } },
  { userId: 'moreau', name: 'Maud Moreau', roles: { NORTH: ['manager'] } },
  { userId: 'adler', name: 'Anke Adler', roles: { '*': ['administrator'] } },
  { userId: 'osei', name: 'Owusu Osei', roles: { '*': ['operations'] } },
];
