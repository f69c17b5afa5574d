/** Names of nobody: family names say in their language that they are examples. */
export const names = {
  en: {
    family: ['Fictional', 'Specimen', 'Madeup-Moss', 'Pretend', 'Placeholder'],
    female: ['Ada', 'Zoë', 'Maud', 'Iris'],
    male: ['Otto', 'Basil', 'Noël', 'Rufus'],
  },
  de: {
    family: ['Musterfrau', 'Beispiel', 'Probemüller', 'Erdacht'],
    female: ['Käthe', 'Änne', 'Gerda', 'Liesel'],
    male: ['Jörg', 'Götz', 'Emil', 'Till'],
  },
  fr: {
    family: ['Exemple', 'Inventé', 'Fictif-Dupré', 'Modèle'],
    female: ['Hélène', 'Odile', 'Zoé', 'Manon'],
    male: ['René', 'Noël', 'Anatole', 'Loïc'],
  },
  es: {
    family: ['Ejemplo', 'Ficticia', 'Muñoz-Prueba'],
    female: ['Inés', 'Begoña', 'Lucía'],
    male: ['Íñigo', 'Tomás', 'Andrés'],
  },
  pl: {
    family: ['Przykładowa', 'Zmyślona', 'Wzorcowa'],
    female: ['Żaneta', 'Łucja', 'Bożena'],
    male: ['Łukasz', 'Wacław', 'Zdzisław'],
  },
  ru: { family: ['Примерова', 'Вымышленная', 'Образцова'], female: ['Агния', 'Юлия', 'Фёкла'], male: ['Фёдор', 'Илья', 'Юрий'] },
} as const satisfies Record<
  string,
  { readonly family: readonly string[]; readonly female: readonly string[]; readonly male: readonly string[] }
>;

export type Tongue = keyof typeof names;
