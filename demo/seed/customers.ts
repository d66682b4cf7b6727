import type { CustomerRecord } from '../attendances/customers';
import { createRandom } from '../base/random';

const givenNames = [
  'Adriana', 'Alexandre', 'Aline', 'Amanda', 'André', 'Antônio', 'Beatriz', 'Bernardo', 'Camila', 'Carlos', 'Cecília',
  'Cláudia', 'Daniel', 'Débora', 'Eduardo', 'Fábio', 'Felipe', 'Gabriela', 'Gustavo', 'Helena', 'Heitor', 'Igor',
  'Isabela', 'João', 'Joana', 'José', 'Juliana', 'Larissa', 'Leonardo', 'Letícia', 'Lucas', 'Luíza', 'Marcelo',
  'Márcia', 'Maria', 'Mateus', 'Natália', 'Otávio', 'Patrícia', 'Paulo', 'Rafael', 'Renata', 'Rodrigo', 'Sônia',
  'Thiago', 'Valéria', 'Vinícius', 'Yasmin',
] as const; // prettier-ignore

const familyNames = [
  'Almeida', 'Alves', 'Andrade', 'Araújo', 'Barbosa', 'Batista', 'Cardoso', 'Castro', 'Correia', 'Costa', 'Dias',
  'Duarte', 'Freitas', 'Gomes', 'Gonçalves', 'Lopes', 'Machado', 'Mendes', 'Monteiro', 'Moraes', 'Moreira', 'Oliveira',
  'Pereira', 'Pinto', 'Ramos', 'Ribeiro', 'Rocha', 'Santos', 'Silva', 'Teixeira', 'Vieira',
] as const; // prettier-ignore

const areaCodes = ['11', '19', '21', '27', '31', '41', '47', '51', '61', '71', '81', '85', '92'] as const;

const customerCount = 200;

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{Mn}/gu, '');

/** Two hundred customers. Their numbers and addresses are of ranges that nobody has. */
export const createCustomers = (seed: number): readonly CustomerRecord[] => {
  const random = createRandom(seed, 'customers');
  return Array.from({ length: customerCount }, (_, index): CustomerRecord => {
    const number = String(index + 1).padStart(3, '0');
    const given = random.pick(givenNames);
    const [first, second] = [random.pick(familyNames), random.pick(familyNames)];
    const name = first === second ? `${given} ${first}` : `${given} ${first} ${second}`;
    const mailbox = withoutAccents(`${given}.${second}`).toLowerCase();
    return {
      id: `customer-${number}`,
      name,
      phone: `+55 ${random.pick(areaCodes)} 90000-0${number}`,
      email: `${mailbox}${number}@cliente.example`,
    };
  });
};
